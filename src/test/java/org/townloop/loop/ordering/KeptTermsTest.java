package org.townloop.loop.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.base.region.Shares;
import org.townloop.supply.pack.CancellationPolicy;
import tools.jackson.databind.json.JsonMapper;

/** Terms stand in the database as long as their orders do, and are read by every later version. */
class KeptTermsTest {

    private static final UUID PARTNER = new UUID(1, 1);

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void termsOfBeforeReferrersHadAShareAreRead() {
        var kept = """
            {"cancellation": {"steps": []},
             "shares": {"platformBasisPoints": 500, "partnerBasisPoints": 200, "partner": "%s"}}
            """.formatted(PARTNER);
        assertThat(json.readValue(kept, Terms.class).shares()).isEqualTo(new Shares(500, 200, PARTNER));
    }

    @Test
    void termsAreReadAsTheyWereWritten() {
        var terms = new Terms(new CancellationPolicy(List.of()), new Shares(500, 200, PARTNER, 100, new UUID(2, 2)));
        assertThat(json.readValue(json.writeValueAsString(terms), Terms.class)).isEqualTo(terms);
    }
}
