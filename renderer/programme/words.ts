/** What the clean feed says in small print where it has no picture; French and English at once, for nobody chose one. */
export const programmeWords = {
  unpaired:
    'Écran non appairé : ouvrez /pair sur cet écran · This screen is not paired: open /pair on it, then come back',
  sound: 'Activer le son · Sound on',
} as const;
