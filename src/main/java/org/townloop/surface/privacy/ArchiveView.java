package org.townloop.surface.privacy;

import java.util.List;

/** The page of an archive that people read: every line in both languages. */
record ArchiveView(String title, String made, String say, List<Sheet> sheets) {

    /**
     * One kind of data.
     *
     * @param count how many rows the file has
     * @param rest says that only the last ones stand here, or empty
     */
    record Sheet(
            String what,
            String file,
            long count,
            String counted,
            String rest,
            List<String> heads,
            List<List<String>> rows) {}
}
