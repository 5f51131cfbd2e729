package org.townloop.supply.pack;

/**
 * How much of a price a trade lets its offers ask for when booking; the rest is paid at the place.
 *
 * @param least percent, at least 1
 * @param usual percent that is suggested
 * @param most percent, at most {@value #MOST}: more is as good as the whole
 */
public record DepositRange(int least, int usual, int most) {

    static final int MOST = 90;

    public DepositRange {
        if (least < 1 || usual < least || most < usual || most > MOST) {
            throw new IllegalArgumentException("no range of deposits: " + least + ", " + usual + ", " + most);
        }
    }

    public boolean allows(int percent) {
        return percent >= least && percent <= most;
    }
}
