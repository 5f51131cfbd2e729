package org.townloop.base.notice;

/**
 * How much a text message costs to send. Gateways charge by segment: 160 characters if all are of the GSM alphabet (3GPP
 * TS 23.038, section 6.2.1), else 70; if it takes several, 153 or 67 each.
 *
 * @param units characters as the network counts them
 * @param left how many more fit into the last segment
 * @param plain whether it stays within the GSM alphabet
 */
public record SmsLength(int units, int segments, int left, boolean plain) {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Each takes two. */
    private static final String EXTENDED = "^{}\\[~]|€\f";

    public static SmsLength of(String text) {
        var plain = text.chars().allMatch(each -> BASIC.indexOf(each) >= 0 || EXTENDED.indexOf(each) >= 0);
        int units = plain
                ? text.chars().map(each -> EXTENDED.indexOf(each) >= 0 ? 2 : 1).sum()
                : text.length();
        int single = plain ? 160 : 70;
        int each = units <= single ? single : plain ? 153 : 67;
        int segments = Math.max(1, (units + each - 1) / each);
        return new SmsLength(units, segments, segments * each - units, plain);
    }
}
