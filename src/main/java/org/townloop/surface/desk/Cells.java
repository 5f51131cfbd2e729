package org.townloop.surface.desk;

/** Cells of a file for a spreadsheet. */
final class Cells {

    private static final String BEGINS_FORMULA = "=+-@\t\r＝＋－＠";

    private Cells() {}

    /**
     * A text that stays one: what a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV
     * Injection). Numbers of our own making need none.
     */
    static String text(String text) {
        return text.isEmpty() || BEGINS_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
