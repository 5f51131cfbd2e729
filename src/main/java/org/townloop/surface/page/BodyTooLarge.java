package org.townloop.surface.page;

import java.io.IOException;

/** A body went on beyond what is taken. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1;

    BodyTooLarge(long most) {
        super("a body of more than " + most + " bytes");
    }
}
