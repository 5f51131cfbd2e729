package org.townloop.launch.backup;

import java.time.Instant;
import java.util.List;

/**
 * What is in an archive, and what it must be like when it is read.
 *
 * @param format of the archive itself
 * @param program version of Townloop that wrote it
 * @param postgres version of the database it is from
 * @param at the moment of the snapshot, by the clock of the machine that made it
 * @param migrations those that the tables are the work of, in their order
 * @param tables each with its rows, except those that hold nothing worth keeping
 * @param files of the data folder
 * @param keys whether the keys are in it, encrypted
 */
public record Manifest(
        int format,
        String program,
        String postgres,
        Instant at,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<StoredFile> files,
        boolean keys) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    /** @param checksum Flyway's, over the file's text */
    public record Migration(String version, String description, int checksum) {}

    /**
     * @param name with its schema
     * @param columns in the order of the fields
     * @param sha256 over the rows in the text format of COPY
     */
    public record Table(String name, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** @param called whether the value was given to somebody already */
    public record Sequence(String name, long value, boolean called) {}

    /** @param path below the data folder, with slashes */
    public record StoredFile(String path, long bytes, String sha256) {

        String entry() {
            return "files/" + path;
        }
    }

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
