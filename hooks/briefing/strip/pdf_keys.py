"""The keys of a PDF by which a page is drawn: everything else is left behind."""

from __future__ import annotations

FONTS = """
Ascent AvgWidth BaseEncoding BaseFont CIDSystemInfo CIDToGIDMap CMapName CapHeight CharProcs DW DW2 Descent
DescendantFonts Differences Encoding FirstChar Flags FontBBox FontDescriptor FontFile FontFile2 FontFile3
FontMatrix FontName FontStretch FontWeight ItalicAngle LastChar Leading Length1 Length2 Length3 MaxWidth
MissingWidth Ordering Registry StemH StemV Subtype Supplement ToUnicode Type UseCMap W W2 WMode Widths XHeight
"""
PICTURES = """
BitsPerComponent BlackIs1 ColorSpace ColorTransform Colors Columns DamagedRowsBeforeError Decode EarlyChange
EncodedByteAlign EndOfBlock EndOfLine Height ImageMask Intent Interpolate JBIG2Globals K Mask Matte Predictor
Rows SMask SMaskInData Width
"""
LOOKS = """
AIS AntiAlias BBox BC BG BG2 BM Background BitsPerCoordinate BitsPerFlag BitsPerSample BlackPoint Bounds C0 C1
CA CS Coords D Domain Encode ExtGState Extend FL Font FormType Function FunctionType Functions G Gamma Group I
LC LJ LW ML Matrix N OP OPM Order PaintType PatternType RI Range S SA SM Shading ShadingType Size TK TR
TR2 TilingType UCR UCR2 VerticesPerRow WhitePoint XStep YStep ca op
"""
DRAWING = frozenset(f"/{key}" for words in (FONTS, PICTURES, LOOKS) for key in words.split())
SAYING = frozenset({"/Registry", "/Ordering"})
"""Keys whose value is a text that is needed."""
NAMED = frozenset({"/CharProcs"})
"""Keys whose value has names of the author's as its keys."""
RESOURCES = ("/ColorSpace", "/ExtGState", "/Font", "/Pattern", "/Shading", "/XObject")
OPAQUE = frozenset({"/CIDToGIDMap", "/FontFile", "/FontFile3", "/JBIG2Globals"})
PROGRAMS = frozenset({"/FontFile2"})
MAPS = frozenset({"/Encoding", "/ToUnicode", "/UseCMap"})
