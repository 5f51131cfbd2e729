package org.townloop.base.kernel;

import org.springframework.jdbc.core.simple.JdbcClient;

/** For tests that look at what is asked, or leave it out. */
public class AnsweredCallsOf extends AnsweredCalls {

    public AnsweredCallsOf(JdbcClient jdbc) {
        super(jdbc);
    }
}
