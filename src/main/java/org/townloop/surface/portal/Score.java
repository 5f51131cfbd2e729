package org.townloop.surface.portal;

import org.townloop.loop.screening.Reputation;
import org.townloop.surface.page.Page;

/**
 * What customers think, plainly first.
 *
 * @param mean 4.7
 * @param lower what the mean is at least, with 95 % confidence
 * @param visits how many rated visits it comes from; with none the other two mean nothing
 */
record Score(String mean, String lower, int visits) {

    static Score of(Reputation reputation, Page page) {
        return new Score(
                page.formats().score(reputation.mean()), page.formats().score(reputation.lower()), reputation.visits());
    }

    boolean rated() {
        return visits > 0;
    }
}
