package org.townloop.loop.stored;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The negative control: codes that are good for any number of draws, in code and in the schema. */
public final class EndlessCodes {

    private static final int MINUTES = 5;

    private EndlessCodes() {}

    public static CardCodes of(ApplicationContext town) {
        return new CardCodes(town.getBean(JdbcClient.class), town.getBean(Clock.class), MINUTES) {
            @Override
            public boolean use(CardId card, String code) {
                return true;
            }
        };
    }

    /** Writes each draw as if it were of another code. */
    public static Draws draws(ApplicationContext town) {
        return new Draws(town.getBean(JdbcClient.class)) {
            @Override
            public void insert(Draw draw, String code) {
                super.insert(draw, code + UUID.randomUUID());
            }
        };
    }
}
