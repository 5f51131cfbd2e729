package org.townloop.launch.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a machine leaves in a data folder that stops after the files were moved and before the rows are committed. */
public final class CutOffRestore {

    private CutOffRestore() {}

    /** Never closed: the process is no more. */
    @SuppressWarnings("MustBeClosedChecker")
    public static void before(Path data, String restore, String... names) throws IOException {
        var staged = new StagedFiles(data);
        for (var name : names) {
            staged.add(name, new ByteArrayInputStream("of the first try".getBytes(StandardCharsets.US_ASCII)));
        }
        staged.move(restore);
    }
}
