"""The words of the project as types: documents, markings, dates, problems."""
