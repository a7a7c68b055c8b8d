environment        = "production"
zone_redundant     = true
node_count         = { min = 3, max = 14 }
database_sku       = "GP_Standard_D4ds_v5"
api_host           = "api.facet.example"
log_gb_a_day       = 20
monthly_budget_eur = 6800
pager_url          = "https://pager.facet.example/facet-production"
ticket_email       = "tickets@facet.example"
admin_group_id     = "00000000-0000-0000-0000-000000000006"
scientist_group_id = "00000000-0000-0000-0000-000000000005"
expert_group_id    = "00000000-0000-0000-0000-000000000008"
ci_principal_id    = "00000000-0000-0000-0000-000000000009"
sign_in_client_id  = "00000000-0000-0000-0000-000000000004"
image_registry_id  = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/facet-images/providers/Microsoft.ContainerRegistry/registries/facetimages"
