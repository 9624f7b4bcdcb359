/** Test pictures by name, wherever they are asked for: a command line, a verb, a page. */
const EVERYWHERE = ['white', 'black', 'ramp', 'steps', 'grid', 'cross', 'focus', 'checker', 'bars'] as const;

/** Of the canvas, drawn through an output's correction or without one. */
export const CANVAS_PATTERNS = [...EVERYWHERE, 'overlap', 'outline'] as const;
/** Of one output's raster, pixel for pixel. */
export const RASTER_PATTERNS = [...EVERYWHERE, 'gamma', 'pluge', 'frame'] as const;
/** Per cent of the signal. */
export const GREY_PATTERN = /^grey-(?:100|\d{1,2})$/;
