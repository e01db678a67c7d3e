/** Measuring points one after another, or over a cluster, as Python. */
export const parallelPython = `def each(measure, points):
    """measure(*point) for every point, in order: over a Ray cluster where Ray is installed, else one by one."""
    try:
        import ray
    except ImportError:
        yield from (measure(*point) for point in points)
        return
    ray.init(ignore_reinit_error=True)
    remote = ray.remote(measure)
    yield from map(ray.get, [remote.remote(*point) for point in points])`;

/** The last lines of every script. */
export const guardPython = `if __name__ == "__main__":
    main()`;
