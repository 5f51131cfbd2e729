package org.townloop.launch;

import java.util.Objects;

/** Which program this is. */
final class Version {

    /** As its jar says; "development" outside of one. */
    static final String OF_PROGRAM =
            Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

    private Version() {}
}
