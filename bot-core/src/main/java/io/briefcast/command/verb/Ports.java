package io.briefcast.command.verb;

import io.briefcast.brief.InsightCards;
import io.briefcast.brief.SeenInsights;
import io.briefcast.command.Briefs;
import io.briefcast.command.Questions;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.command.ShowDesk;
import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.Deliveries;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.Insights;
import io.briefcast.insight.Relations;
import io.briefcast.language.AliasTable;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.OlderEpisodes;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Shows;
import io.briefcast.search.InsightSearch;
import io.briefcast.subscription.Audiences;
import io.briefcast.subscription.SavedInsights;
import io.briefcast.subscription.Subscriptions;
import io.briefcast.subscription.Votes;
import io.briefcast.transcript.TranscriptFinder;
import java.util.List;

/** Everything that commands ask and tell. */
public record Ports(
        Shows shows,
        ShowLists lists,
        Episodes episodes,
        OlderEpisodes older,
        Insights insights,
        TranscriptFinder transcripts,
        InsightExtractor extractor,
        AliasTable aliases,
        Relations relations,
        InsightSearch search,
        InsightCards cards,
        Subscriptions subscriptions,
        Audiences audiences,
        SavedInsights saved,
        Votes votes,
        SeenInsights seen,
        Deliveries deliveries,
        Questions questions,
        Briefs briefs,
        ShowDesk showDesk,
        ScheduleDesk scheduleDesk,
        List<ChatPlatform> platforms) {}
