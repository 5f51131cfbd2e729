package org.townloop.loop.checkout;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.townloop.loop.ledger.Ledger;

/** Seals the books as they grow. */
@Component
class BookSealing implements Chore {

    private final Ledger ledger;

    BookSealing(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "seal-books";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        ledger.seal();
    }
}
