/** Hands a text to the browser as a file to keep. A mark in front tells a spreadsheet that it is UTF-8. */
export const offerFile = (name: string, type: string, text: string): void => {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: `${type};charset=utf-8` }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(url);
};
