package org.townloop;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that a piece of work has made in its own thread, as {@link JdbcTemplate} tells of them. */
public final class Statements {

    private static final String EXECUTING = "Executing prepared SQL statement [";

    private Statements() {}

    /** In the order in which they were made. */
    public static List<String> of(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var made = new CopyOnWriteArrayList<String>();
        var mine = Thread.currentThread().getName();
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                var said = event.getFormattedMessage();
                if (event.getThreadName().equals(mine) && said.startsWith(EXECUTING)) {
                    made.add(said.substring(EXECUTING.length()).replaceAll("\\s+", " "));
                }
            }
        };
        var level = logger.getLevel();
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            work.run();
        } finally {
            logger.setAdditive(true);
            logger.setLevel(level);
            logger.detachAppender(appender);
        }
        return List.copyOf(made);
    }
}
