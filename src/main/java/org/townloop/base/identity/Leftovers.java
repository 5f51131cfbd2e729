package org.townloop.base.identity;

import org.springframework.stereotype.Component;

/** What is of no use any more: codes that nobody entered, questions that no device answered, limits that are full again. */
@Component
public class Leftovers {

    private final Codes codes;
    private final Ceremonies ceremonies;
    private final Throttle throttle;

    Leftovers(Codes codes, Ceremonies ceremonies, Throttle throttle) {
        this.codes = codes;
        this.ceremonies = ceremonies;
        this.throttle = throttle;
    }

    public void forget() {
        codes.forget();
        ceremonies.forget();
        throttle.forget();
    }
}
