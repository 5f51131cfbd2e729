package org.townloop.supply.merchant.hours;

/**
 * From when to when a rule holds, in minutes from the beginning of the day, up to 2880.
 *
 * @param openEnd whether it goes on after that, nobody knows how long
 */
record Stretch(int from, int to, boolean openEnd) {

    static final Stretch DAY = new Stretch(0, WallSpan.MINUTES_OF_DAY, false);

    private static final int EVENING = 17 * 60;
    private static final int NIGHT = 22 * 60;

    /** Until when something without an end is guessed to go on, as the reference implementation of the notation does. */
    int guessedEnd() {
        var guess = to >= NIGHT ? to + 8 * 60 : to >= EVENING ? to + 10 * 60 : WallSpan.MINUTES_OF_DAY;
        return Math.min(guess, WallSpan.LATEST);
    }
}
