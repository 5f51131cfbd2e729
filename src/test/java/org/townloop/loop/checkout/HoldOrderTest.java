package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.supply.offer.OfferId;

class HoldOrderTest {

    @Test
    void anAnswerIsKeptWithoutWhatNoDatabaseKeeps() {
        var said = new LinkedHashMap<String, String>();
        said.put("note", "qui\u0000et");
        said.put("ma\u0000in", "fish");
        var wish = new HoldOrder(new OfferId(new UUID(1, 2)), null, 1, said);
        assertThat(wish.answers()).containsExactly(Map.entry("note", "quiet"), Map.entry("main", "fish"));
    }

    @Test
    @SuppressWarnings("NullAway") // what JSON may hold
    void aQuestionWithoutAnAnswerWasNotAnswered() {
        var said = new LinkedHashMap<String, String>();
        said.put("main", null);
        assertThat(new HoldOrder(new OfferId(new UUID(1, 2)), null, 1, said).answers())
                .isEmpty();
    }
}
