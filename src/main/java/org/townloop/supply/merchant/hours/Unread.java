package org.townloop.supply.merchant.hours;

/** A part of a notation that cannot be taken as hours; ends the reading of it. */
final class Unread extends Exception {

    private static final long serialVersionUID = 1;

    private final Reading.Kind kind;
    private final String part;

    Unread(Reading.Kind kind, Object part) {
        super(kind + " " + part);
        this.kind = kind;
        this.part = part.toString();
    }

    Reading.Kind kind() {
        return kind;
    }

    String part() {
        return part;
    }
}
