"""The live preview: edits noticed, pages shown early, the rest of the site made behind them."""
