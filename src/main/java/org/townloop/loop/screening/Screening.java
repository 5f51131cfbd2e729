package org.townloop.loop.screening;

import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;

/** The way in: what is there that fits? */
@Component
public class Screening {

    /** A page of hits with the exact total and the facets, or which condition is wrong. */
    public Outcome<Results> find(Query query) {
        throw new UnsupportedOperationException("the index is not built yet");
    }
}
