package org.townloop.loop.feedback;

import org.townloop.loop.screening.Reputation;

/**
 * Turns the ratings of an offer, counted by star, into a mean and a bound that it exceeds with 95 % confidence.
 *
 * <p>Each of the K = 5 stars is a category of a Dirichlet-multinomial with the uniform prior of one rating each; the
 * bound is the posterior mean less z = 1.65 posterior standard deviations: with n_k ratings of k stars and N = Σ n_k,
 * <pre>  m = Σ k (n_k + 1) / (N + K),   v = Σ k² (n_k + 1) / (N + K) − m²,   lower = m − z √(v / (N + K + 1))</pre>
 * Source: Evan Miller, "Ranking Items With Star Ratings" (2014), evanmiller.org.
 */
final class StarRating {

    /** What an offer stands at before anybody rated it. */
    static final Reputation UNRATED = reputation(0, 0, 0, 0, 0);

    private static final double Z = 1.65;

    private StarRating() {}

    /** @param counts how many ratings of one star, of two … of five */
    static Reputation reputation(int... counts) {
        var stars = counts.length;
        double ratings = 0;
        double sum = 0;
        double posteriorSum = 0;
        double posteriorSquares = 0;
        for (int star = 1; star <= stars; star++) {
            double count = counts[star - 1];
            ratings += count;
            sum += star * count;
            posteriorSum += star * (count + 1);
            posteriorSquares += (double) star * star * (count + 1);
        }
        var weight = ratings + stars;
        var mean = posteriorSum / weight;
        var variance = posteriorSquares / weight - mean * mean;
        var lower = mean - Z * Math.sqrt(variance / (weight + 1));
        return new Reputation(ratings == 0 ? 0 : sum / ratings, lower, (int) ratings);
    }
}
