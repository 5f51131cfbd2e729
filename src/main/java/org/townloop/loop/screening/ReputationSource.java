package org.townloop.loop.screening;

import java.util.Map;
import java.util.UUID;

/** Knows what is thought of each offer. Screening asks; whoever gathers the ratings answers. */
public interface ReputationSource {

    /**
     * The reputation of each offer that was rated, as it is now: a live view, cheap to ask for, in which a rating of
     * this process stands as soon as it has committed.
     */
    Map<UUID, Reputation> all();

    /** The reputation of an offer that nobody rated yet. */
    Reputation unrated();
}
