package org.townloop.base.kernel;

/** There is no such thing, or not for the one who asked: outside, both are the same 404. */
public final class Absent extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Absent(String what) {
        super(what);
    }
}
