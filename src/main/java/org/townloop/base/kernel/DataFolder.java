package org.townloop.base.kernel;

import java.nio.file.Path;

/** The folder in which this instance keeps what is not in the database. */
public record DataFolder(Path path) {

    /** The search index; it may be deleted at any time and is built again. */
    public Path index() {
        return path.resolve("index");
    }

    /** Private keys; losing them makes vouchers that were shown before unreadable. */
    public Path keys() {
        return path.resolve("keys");
    }

    /** Who was erased: it must outlive the restoring of an old backup. */
    public Path erasures() {
        return path.resolve("erasures.log");
    }

    /** The pictures that people have sent. */
    public Path media() {
        return path.resolve("media");
    }
}
