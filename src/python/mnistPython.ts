/** What of Python's own library reading MNIST needs. */
export const mnistModules = ['gzip', 'pathlib', 'struct', 'sys'] as const;

/** Where MNIST is, said on the command line. */
export const mnistArgument =
  'PARSER.add_argument("--mnist", default="data/MNIST/raw", help="folder of MNIST\'s four IDX files")';

/** Said in the header where the page's data set has no twin in Python. */
export const mnistInstead =
  '\nThe digits that the page draws itself exist only there: this script trains on MNIST, --mnist FOLDER.';

/** MNIST's files, read. */
export const mnistPython = `def read_idx(folder, name):
    """One of MNIST's files, packed or not, under either of its usual names."""
    for candidate in (name, name.replace("-idx", ".idx")):
        for suffix, opened in (("", open), (".gz", gzip.open)):
            path = pathlib.Path(folder, candidate + suffix)
            if path.exists():
                with opened(path, "rb") as file:
                    content = file.read()
                dimensions = struct.unpack_from(f">{content[3]}I", content, 4)
                numbers = torch.frombuffer(bytearray(content[4 + 4 * content[3]:]), dtype=torch.uint8)
                return numbers.reshape(dimensions)
    sys.exit(f"{name} is not in {folder!r}. Give the folder that holds MNIST's four IDX files: --mnist FOLDER."
             "\\nWith torchvision, torchvision.datasets.MNIST('data', download=True) puts them in data/MNIST/raw.")


def load_data():
    """MNIST: (train, held out), each (inputs, labels)."""
    def split(name):
        images = read_idx(ARGUMENTS.mnist, f"{name}-images-idx3-ubyte")
        labels = read_idx(ARGUMENTS.mnist, f"{name}-labels-idx1-ubyte")
        return images.flatten(1).to(DEVICE, DTYPE), labels.to(DEVICE, torch.long)
    return split("train"), split("t10k")`;
