-- The two users of the two databases, once, by the administrator: runbooks.md#first-day.
-- psql --set=facet="$FACET_PASSWORD" --set=mlflow="$MLFLOW_PASSWORD" --file users.sql
create role facet login password :'facet';
create role mlflow login password :'mlflow';
revoke all on database facet from public;
revoke all on database mlflow from public;
grant all on database facet to facet;
grant all on database mlflow to mlflow;
\connect facet
grant all on schema public to facet;
\connect mlflow
grant all on schema public to mlflow;
