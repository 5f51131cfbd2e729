package org.townloop.launch.demo;

/** How dear a shop is, from 0 to 1, and what it asks for an item of the menu. */
record Pricing(double level, Dice dice) {

    private static final int FEN = 100;

    static Pricing thrown(Dice dice) {
        return new Pricing(dice.gauss(0.42, 0.22), dice);
    }

    /** In minor units. Prices end in 8, as they like to; those of barbers and small things in 5 or 0. */
    long of(Menu.Item item) {
        var at = Math.clamp(dice.gauss(level, 0.07), 0, 1);
        var yuan = item.leastYuan() + at * (item.mostYuan() - item.leastYuan());
        var rounded = item.mostYuan() < 60 ? Math.round(yuan / 5) * 5 : Math.round((yuan - 8) / 10) * 10 + 8;
        return FEN * Math.clamp(rounded, item.leastYuan(), item.mostYuan());
    }

    /** What it costs with the one everybody asks for. */
    long withTheMaster(long price) {
        return price + FEN * 10L * dice.between(1, 4);
    }

    /** What it cost before it rose. */
    long before(long price) {
        return price - FEN * (price >= 100 * FEN ? 20L : 5L);
    }
}
