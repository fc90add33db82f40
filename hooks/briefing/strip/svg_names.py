"""The attributes of SVG by which a picture is drawn; what only names, describes or edits it is not here."""

from __future__ import annotations

PLACES = """
amplitude azimuth baseFrequency baseProfile bias clipPathUnits cx cy d diffuseConstant divisor dx dy edgeMode
elevation exponent filterRes filterUnits fr fx fy gradientTransform gradientUnits height href id in in2
intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength lengthAdjust limitingConeAngle markerHeight markerUnits
markerWidth maskContentUnits maskUnits method mode numOctaves offset operator order orient origin pathLength
patternContentUnits patternTransform patternUnits path points pointsAtX pointsAtY pointsAtZ
preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY requiredExtensions requiredFeatures result
rotate rx ry scale seed side slope spacing specularConstant specularExponent spreadMethod startOffset
stdDeviation stitchTiles surfaceScale systemLanguage tableValues target targetX targetY textLength transform
type values version viewBox width x x1 x2 xChannelSelector y y1 y2 yChannelSelector z zoomAndPan
"""
LOOKS = """
alignment-baseline baseline-shift class clip clip-path clip-rule color color-interpolation
color-interpolation-filters color-profile color-rendering cursor direction display dominant-baseline
enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant
font-variant-ligatures font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering
isolation kerning letter-spacing lighting-color marker marker-end marker-mid marker-start mask mask-type
media mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity
stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
stroke-width style text-anchor text-decoration text-orientation text-overflow text-rendering transform-box
transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode
"""
ATTRIBUTES = frozenset((*PLACES.split(), *LOOKS.split()))
