/** Every word of exporting a figure, in English. */
export const saving = {
  menu: (figure: string) => `Save ${figure}`,
  title: (figure: string) => `Save ${figure} as`,
  figures: {
    walk: 'the walk',
    variance: 'the variance',
    end: 'how the walks end',
    gain: 'drift against gain',
    'layers-backward': 'the gradients',
    'layers-weights': 'the weight gradients',
    'layers-forward': 'the activations',
    heat: 'the heat map',
    loss: 'the loss',
    accuracy: 'the accuracy',
    examples: 'the examples',
    worst: 'where it is most wrong',
    confusion: 'the answers by class',
  },
  formats: {
    svg: 'SVG, vectors',
    png: 'PNG, 2×',
    csv: 'CSV, numbers',
    json: 'JSON, numbers',
  },
  noData: 'Nothing is measured yet',
  failed: (file: string, reason: string) => `${file} could not be made: ${reason}`,
} as const;
