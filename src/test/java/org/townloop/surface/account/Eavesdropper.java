package org.townloop.surface.account;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Hears everything that is logged while it listens: ours from DEBUG on, the rest from INFO on, traces with it. */
final class Eavesdropper extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.townloop");
    private final Level rootLevel = root.getLevel();
    private final Level ourLevel = ours.getLevel();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    Eavesdropper() {
        setContext(root.getLoggerContext());
        root.setLevel(Level.INFO);
        ours.setLevel(Level.DEBUG);
        root.addAppender(this);
        start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        heard.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " "
                + ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        stop();
        root.detachAppender(this);
        root.setLevel(rootLevel);
        ours.setLevel(ourLevel);
    }
}
