"""From the source files to the (HTML, metadata) of each: equal to what Pelican's readers give, but each text is converted once.

* `gathering`   `read_all`: many files at once, from the store where it has them, else by several processes
* `model`       what a reading is
* `one_file`    reads one file with Pelican's own reader, and sees what that looked at
* `bytes_of`    a source file's bytes, as they were at one moment
* `limit`       ends what takes too long
* `watching`    which other files a reading opened, and whether it did what no store can repeat
* `log_records` what was logged meanwhile, kept to be logged again
* `markdown_reuse`  one Markdown instance, and one formatter of code, for many texts
* `reader_key`  what the result depends on besides the file's bytes; `canonical` and `program_text` write it down
* `record`      a reading as bytes and back; nothing in them can be executed
* `store`       a file that keeps bytes by key and never fails
* `pool`        processes that share the work
* `replacing`   other modules' names, replaced for a while

Each module stands alone; `store` and `model` need nothing but Python.
"""
