/* The script of reveal.html; docs/PROGRAMS.md explains it. Copy what you need into your own deck. */
const { Reveal } = window;
const frame = document.getElementById('walk');
const measured = document.getElementById('measured');

/** What a key pressed inside a frame does to the deck. */
const turns = {
  PageDown: () => Reveal.next(),
  PageUp: () => Reveal.prev(),
  ArrowRight: () => Reveal.right(),
  ArrowLeft: () => Reveal.left(),
  ArrowDown: () => Reveal.down(),
  ArrowUp: () => Reveal.up(),
};

addEventListener('message', ({ source, data }) => {
  // Any window may send messages; only those of our own frame count.
  if (source !== frame.contentWindow) return;
  const { gradientWalk, value } = data;
  if (gradientWalk === 'key') {
    // The slide that goes takes the keyboard with it, unless the deck takes it back.
    frame.blur();
    window.focus();
  }
  if (gradientWalk === 'key' && value.key === ' ') (value.shift ? Reveal.prev : Reveal.next)();
  else if (gradientWalk === 'key') turns[value.key]?.();
  else if (gradientWalk === 'results' && value.kind === 'walk') {
    const { depth } = value.experiment;
    const perLayer = (value.lnZ.variance[depth] / depth).toFixed(4);
    const exact = value.exact ? (value.exact.variance[depth] / depth).toFixed(4) : 'not known';
    measured.textContent = `Variance of ln Z per layer, ${value.walks} walks: ${perLayer}; exact: ${exact}.`;
  }
});

// reveal.js's speaker view shows two copies of the deck: their frames need not compute. A frame of the deck's own origin sees that for itself.
if (new URLSearchParams(location.search).has('receiver')) frame.name = 'receiver';

Reveal.initialize({ hash: true, width: 1200, height: 700, margin: 0.02 });
