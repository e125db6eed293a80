"""Pages: what is to be written, what was written, and the writer that tells the two apart.

* `jobs`       one output file: what makes it, and with which arguments
* `records`    what a build remembers of each page for the next one
* `rendering`  jobs become files in the stage, in this process or in several
* `writer`     Pelican's writer, which collects jobs and lets those alone whose page is current
* `feeds`      Pelican's own feeds as jobs
"""
