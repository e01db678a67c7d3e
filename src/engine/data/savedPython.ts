import type { PythonData } from './dataFacts.ts';

/** A data set in Python that only the page makes or reads: it saves it as NumPy's archive (`own/npzOf.ts`). */
export const savedPython = (what: string, file: string): PythonData => ({
  remark: `\n${what}: save it in the train view with "Save for Python", and give --data FILE.`,
  argument: `PARSER.add_argument("--data", default="${file}", help="the data as the page saved them")`,
  code: `def load_data():
    """Data as the page saved them: (train, held out), each (inputs, labels)."""
    import numpy
    with numpy.load(ARGUMENTS.data) as saved:
        def split(name):
            inputs, labels = (torch.from_numpy(saved[f"{part}_{name}"]) for part in "xy")
            return inputs.flatten(1).to(DEVICE, DTYPE), labels.to(DEVICE, torch.long)
        return split("train"), split("test")`,
});
