package org.townloop.surface.account;

import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ResponseBody;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** A controller that fails with all that it knows on its lips, as careless code does. */
class Mishap {

    private final Object[] known;
    private final JdbcClient jdbc;
    private final String contact;

    Mishap(JdbcClient jdbc, String contact, Object... known) {
        this.jdbc = jdbc;
        this.contact = contact;
        this.known = known;
    }

    public View page(Page page) {
        throw new IllegalStateException("broken with " + Arrays.toString(known));
    }

    /** The database's own words name the value that is there twice. */
    public View twice(Page page) {
        jdbc.sql("insert into identity.contact select * from identity.contact where value = ?")
                .param(contact)
                .update();
        throw new AssertionError("it was there once only");
    }

    /** The same, asked by a program. */
    @ResponseBody
    static final class ForPrograms {

        private final Object[] known;

        ForPrograms(Object... known) {
            this.known = known;
        }

        public String call() {
            throw new IllegalStateException("broken with " + Arrays.toString(known));
        }
    }
}
