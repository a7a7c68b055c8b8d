environment        = "dev"
zone_redundant     = false
node_count         = { min = 1, max = 2 }
database_sku       = "B_Standard_B2s"
api_host           = "api.dev.facet.example"
log_gb_a_day       = 2
monthly_budget_eur = 1070
pager_url          = "https://pager.facet.example/facet-dev"
ticket_email       = "tickets@facet.example"
admin_group_id     = "00000000-0000-0000-0000-000000000006"
scientist_group_id = "00000000-0000-0000-0000-000000000005"
expert_group_id    = "00000000-0000-0000-0000-000000000008"
ci_principal_id    = "00000000-0000-0000-0000-000000000009"
sign_in_client_id  = "00000000-0000-0000-0000-000000000004"
image_registry_id  = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/facet-images/providers/Microsoft.ContainerRegistry/registries/facetimages"
