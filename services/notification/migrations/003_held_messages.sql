-- What is held of a paused campaign is found when it goes on.
create index "heldMessages" on messages ("campaignId") where "dueAt" = 'infinity';
