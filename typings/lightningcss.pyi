def process_stylesheet(
    code: str,
    /,
    filename: str = ...,
    error_recovery: bool = ...,
    minify: bool = ...,
) -> str: ...
