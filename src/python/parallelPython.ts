/** What of Python's own library measuring over a cluster needs, besides its arguments. */
export const parallelModules = ['importlib.util'] as const;

/** Where points are measured, said on the command line. */
export const parallelArguments = `HELPERS = [name for name, module in (("ray", "ray"), ("dask", "distributed")) if importlib.util.find_spec(module)]
PARSER.add_argument("--on", choices=["here", "dask", "ray"], default=[*HELPERS, "here"][0],
                    help="measure in this process, or over a cluster; default: Ray or Dask where one is installed")
PARSER.add_argument("--cluster", help="address of a running cluster; without it workers are started on this machine")
PARSER.add_argument("--workers", type=int, help="how many to start on this machine, one a core if not said")`;

/** Doing tasks one after another, or over a cluster, as Python. */
export const parallelPython = `def each(function, tasks):
    """function(*task) of every task, in order. Tasks draw their own random numbers: it matters not where they are done."""
    if ARGUMENTS.on == "here" or len(tasks) == 1:
        yield from (function(*task) for task in tasks)
    elif ARGUMENTS.on == "dask":
        from distributed import Client
        local = {"n_workers": ARGUMENTS.workers, "threads_per_worker": 1, "dashboard_address": None}
        with Client(ARGUMENTS.cluster, **({} if ARGUMENTS.cluster else local)) as client:
            yield from client.get_executor().map(function, *zip(*tasks))
    else:
        import ray
        ray.init(ARGUMENTS.cluster, num_cpus=None if ARGUMENTS.cluster else ARGUMENTS.workers)
        remote = ray.remote(function)
        yield from map(ray.get, [remote.remote(*task) for task in tasks])`;

/** The last lines of every script. */
export const guardPython = `if __name__ == "__main__":
    main()`;
