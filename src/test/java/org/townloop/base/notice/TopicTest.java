package org.townloop.base.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicTest {

    /** Mails with these in their links lie in people's boxes for years: a line here may be added, never changed. */
    private static final Map<Topic, Byte> SENT = Map.of(
            Topic.ASKED_FOR, (byte) 0,
            Topic.CONFIRMATION, (byte) 1,
            Topic.REMINDER, (byte) 2,
            Topic.CHANGE, (byte) 3,
            Topic.REFUND, (byte) 4,
            Topic.REPLY, (byte) 5,
            Topic.REVIEW, (byte) 6,
            Topic.DESK, (byte) 7);

    @Test
    void theCodesThatWereSentStillMeanTheSame() {
        assertThat(Arrays.stream(Topic.values()).collect(Collectors.toMap(topic -> topic, Topic::code)))
                .isEqualTo(SENT);
        assertThat(Arrays.stream(Topic.values()).map(Topic::code)).doesNotHaveDuplicates();
        assertThat(Topic.ofCode((byte) 2)).contains(Topic.REMINDER);
        assertThat(Topic.ofCode((byte) -1)).isEmpty();
    }
}
