/** Words of the two figures of what the right gain does not fix, in English. */
export const insight = {
  alignment: {
    title: '|cos| of the angle between two inputs’ vectors',
    xTitle: 'layers from where the pass begins',
    activation: 'activations',
    gradient: 'gradients',
    theory: 'ReLU, infinite width',
    layer: 'layer',
    what: 'Two independent inputs, and two independent errors at the output, go through one network. Where the cosine is near 1 the network no longer tells them apart, although their lengths are kept. Lines are means over networks, bands one standard deviation.',
    known: {
      relu: 'ReLU activations follow the correlation map of infinite width (thin line), which ends at 1 for every gain. Gradients align where both inputs open the same units, and part again near the input, where they do not.',
      linear:
        'Linear layers of infinite width keep the angle; at finite width all vectors point the same way after about 2N layers. Orthogonal weights keep every angle.',
      other: 'No formula is shown for this nonlinearity.',
    },
  },
  stretch: {
    title: 'ln growth a layer',
    xTitle: 'axis, from the longest',
    gaussian: 'Gaussian',
    orthogonal: 'orthogonal',
    theory: 'exact',
    layer: 'axis',
    what: 'The Jacobians f′(a)W of all layers are multiplied, and the axes are made orthogonal again after each (QR), so that nothing over- or underflows. Shown is the mean over layers of ln of each axis’s growth: for deep products, the logarithms of the singular values over depth. Right gain or not, the axes of a Gaussian network spread.',
    known: {
      relu: 'ReLU keeps about half of the axes in each layer and so ends the others: a line stops where no axis is left.',
      linear: 'Orthogonal weights keep all axes alike: the line lies at ln g.',
      other: 'No formula is shown for this nonlinearity.',
    },
  },
  looking: (done: number, all: number) => `network ${done} of ${all}`,
  looked: (all: number) => `${all} networks`,
  capped: (width: number, asked: number) => `Looked at in width ${width}, not ${asked}.`,
  /** What of the network is not looked at. */
  plain: (residual: boolean, tied: boolean, norm: boolean) => {
    const left = [residual ? 'branches' : '', norm ? 'normalisation' : ''].filter(Boolean).join(' and ');
    return [left && `Without ${left}`, tied ? 'With new matrices in every layer' : '']
      .filter(Boolean)
      .join('. ');
  },
  failed: (message: string) => `The look broke off: ${message}`,
  deviation: (line: string) => `${line}, standard deviation`,
};
