package org.townloop.base.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;

/** How sending goes. */
@Component
public class DeliveryCounts {

    /** Messages by one channel, by what became of them. */
    public record Sent(Channel channel, int queued, int sent, int failed, int suppressed) {}

    /** Why some were given up, or are being tried again, how many, and when last. */
    public record Trouble(Channel channel, String reason, int count, Instant last) {}

    private static final int MOST_REASONS = 20;

    private final JdbcClient jdbc;

    DeliveryCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of messages that were written since then in these regions. */
    public List<Sent> since(Instant since, Collection<RegionId> regions) {
        return jdbc.sql("""
            select channel,
                count(*) filter (where state = 'QUEUED') as queued,
                count(*) filter (where state = 'SENT') as sent,
                count(*) filter (where state = 'FAILED') as failed,
                count(*) filter (where state = 'SUPPRESSED') as suppressed
            from notice.delivery
            where created_at >= ? and region_id = any (?)
            group by channel order by channel
            """)
                .params(Timestamp.from(since), numbers(regions))
                .query((row, number) -> new Sent(
                        Channel.valueOf(row.getString("channel")),
                        row.getInt("queued"),
                        row.getInt("sent"),
                        row.getInt("failed"),
                        row.getInt("suppressed")))
                .list();
    }

    /** The most frequent first. */
    public List<Trouble> troubles(Instant since, Collection<RegionId> regions) {
        return jdbc.sql("""
            select channel, last_error, count(*) as count, max(created_at) as last
            from notice.delivery
            where created_at >= ? and region_id = any (?) and last_error is not null and state in ('QUEUED', 'FAILED')
            group by channel, last_error
            order by count(*) desc, channel, last_error limit ?
            """)
                .params(Timestamp.from(since), numbers(regions), MOST_REASONS)
                .query((row, number) -> new Trouble(
                        Channel.valueOf(row.getString("channel")),
                        row.getString("last_error"),
                        row.getInt("count"),
                        row.getTimestamp("last").toInstant()))
                .list();
    }

    private static Integer[] numbers(Collection<RegionId> regions) {
        return regions.stream().map(RegionId::number).toArray(Integer[]::new);
    }
}
